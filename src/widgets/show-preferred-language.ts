import { preferredLanguage } from "#learner/preferences.ts";

// Before any island is alive, so that a page of JavaScript doesn't begin as one of Python.
document.documentElement.dataset.language = preferredLanguage();
