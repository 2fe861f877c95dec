export const compare = {
  withOurs: "Compare with ours",
};
