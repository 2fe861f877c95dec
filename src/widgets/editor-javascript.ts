import { javascriptLanguage } from "@codemirror/lang-javascript";
import { indentUnit } from "@codemirror/language";
import type { Extension } from "@codemirror/state";

export const editorLanguage: Extension = [javascriptLanguage, indentUnit.of("  ")];
