/**
 * The declaration of a name at the top level of a TypeScript file, with the comment above it.
 * @throws Error if the file declares no such name
 */
export function excerpt(source: string, name: string): string {
  const lines = source.split("\n");
  const declares = new RegExp(`^(export )?(async )?(const|function|class|interface|type) ${name}\\b`);
  const first = lines.findIndex((line) => declares.test(line));
  if (first < 0) throw new Error(`No declaration of ${name} was found. Was it renamed or moved?`);
  const last = lines.findIndex(
    (line, i) => i >= first && (/^[}\])]/.test(line) || (i === first && line.endsWith(";"))),
  );
  let start = first;
  while (/^(\/\*\*| \*)/.test(lines[start - 1] ?? "")) start--;
  return lines.slice(start, last + 1).join("\n");
}
