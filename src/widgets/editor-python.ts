import { pythonLanguage } from "@codemirror/lang-python";
import { indentUnit } from "@codemirror/language";
import type { Extension } from "@codemirror/state";

export const editorLanguage: Extension = [pythonLanguage, indentUnit.of("    ")];
