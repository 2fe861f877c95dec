/** No mark holds another's beginning, so that text full of beginnings takes no longer than any other. */
const marks = /`([^`]+)`|\[([^[\]]+)\]|\*([^*]+)\*/g;

/** A sentence of the interface: backquotes enclose code, square brackets a key of the keyboard, asterisks a name. */
export default function Marked({ text }: { text: string }) {
  const parts = [];
  let end = 0;
  for (const { 0: marked, 1: code, 2: key, 3: name, index } of text.matchAll(marks)) {
    parts.push(text.slice(end, index));
    parts.push(code ? <code>{code}</code> : key ? <kbd>{key}</kbd> : <i>{name}</i>);
    end = index + marked.length;
  }
  return <>{[...parts, text.slice(end)]}</>;
}
