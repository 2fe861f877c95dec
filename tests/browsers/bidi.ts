/** A message of WebDriver BiDi, as far as a bridge looks into it. */
export interface Message {
  id?: number;
  type?: "success" | "error" | "event";
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** One end of a conversation in WebDriver BiDi. */
export interface Peer {
  send: (message: Message) => void;
  onMessage: (listener: (message: Message) => void) => void;
  onClose: (listener: () => void) => void;
}

/** What Playwright inserts a text by: past the editor, and at the end of a number in a field. */
export const isInsertion = (source: unknown): boolean =>
  typeof source === "string" && /^\(\w+\) => window\.__pw_bidiInsertText\(\w+\)$/.test(source);
