/** The drawing of each sign, on 16 by 16. */
export const iconPaths = {
  correct: "M3.5 8.6 6.6 11.7 12.6 4.6",
  incorrect: "M4.2 4.2 11.8 11.8 M11.8 4.2 4.2 11.8",
  invalid: "M8 1.9 15 14H1Z M8 6.4V9.6 M8 11.6V11.7",
  timeout: "M8 4V8.2L10.8 10 M8 1.8A6.2 6.2 0 1 0 8 14.2A6.2 6.2 0 1 0 8 1.8",
  follows: "M4 2.5V10H12.2 M9.2 6.8 12.4 10 9.2 13.2",
  run: "M5 3.5 12 8 5 12.5Z",
  stop: "M4.5 4.5H11.5V11.5H4.5Z",
  pause: "M5 3.5V12.5 M11 3.5V12.5",
  start: "M4 3.5V12.5 M12.5 3.5 7 8 12.5 12.5",
  back: "M10.5 3 5 8 10.5 13",
  forward: "M5.5 3 11 8 5.5 13",
  larger: "M8 3.5V12.5 M3.5 8H12.5",
  smaller: "M3.5 8H12.5",
};

/** A sign beside a word that says the same. */
export default function Icon({ name }: { name: keyof typeof iconPaths }) {
  return (
    <svg class={`hg-icon hg-icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
