export const plot = {
  asTable: "The same as a table",
  table: "The plot as a table",
  offline:
    "What it takes to redraw the plot could not be fetched. Are you offline? The picture stays as it was.",
};
