import process from "node:process";

import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import remarkMath from "remark-math";
import { createCssVariablesTheme } from "shiki";

import { frameDocument } from "./src/runtime/bundle/frame-document.ts";
import { handgradRuntime } from "./src/runtime/bundle/vite-plugin.ts";
import { contentSecurityPolicy } from "./src/site/content-security-policy.ts";
import { offline } from "./src/site/offline/offline.ts";
import { remarkCells } from "./src/site/remark-cells.ts";
import { remarkGlossary } from "./src/site/remark-glossary.ts";
import { remarkMathematics } from "./src/site/remark-mathematics.ts";
import { remarkSideways } from "./src/site/remark-sideways.ts";

const site = process.env.HANDGRAD_SITE; // such as https://example.org
const base = process.env.HANDGRAD_BASE; // such as /handgrad/

export default defineConfig({
  ...(site && { site }),
  ...(base && { base }),
  trailingSlash: "always", // links between lessons are relative: ../loss/
  markdown: {
    processor: unified({
      remarkPlugins: [remarkCells, remarkMath, remarkMathematics, remarkGlossary, remarkSideways],
    }),
    shikiConfig: { theme: createCssVariablesTheme({ variablePrefix: "--hg-code-" }) },
  },
  integrations: [
    preact(),
    starlight({
      title: "Handgrad",
      description:
        "Backprop by hand, graded by autodiff: write each derivative yourself and learn which step went wrong.",
      favicon: "/favicon.svg",
      head: [{ tag: "meta", attrs: { name: "twitter:card", content: "summary" } }],
      sidebar: [], // src/site/route-data.ts makes it from content/curriculum.ts and content/sidebar.ts
      routeMiddleware: "./src/site/route-data.ts",
      expressiveCode: false, // plain fences use the theme's colours, like the cells
      markdown: { processedDirs: ["content"] },
      customCss: ["./src/styles/layers.css"],
      components: {
        Footer: "./src/site/Footer.astro",
        Head: "./src/site/Head.astro",
        Hero: "./src/site/Hero.astro",
        MarkdownContent: "./src/site/MarkdownContent.astro",
        PageTitle: "./src/site/PageTitle.astro",
        Pagination: "./src/site/Pagination.astro",
        Sidebar: "./src/site/Sidebar.astro",
        Search: "./src/site/Search.astro",
        SiteTitle: "./src/site/SiteTitle.astro",
        ThemeProvider: "./src/site/ThemeProvider.astro",
        ThemeSelect: "./src/site/ThemeSelect.astro",
      },
    }),
    mdx(),
    contentSecurityPolicy(async () => (await frameDocument()).hash),
    offline(),
  ],
  vite: { plugins: [handgradRuntime()] },
});
