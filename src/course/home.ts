/** The path of the home page, with a slash at its end: `/`, or below a sub-path `/handgrad/`. */
export const home = import.meta.env.BASE_URL.replace(/\/?$/, "/");
