import { locale } from "#strings/index.ts";

const sameYear: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
};

/** A time as the reader's own clock shows it: "24 Nov, 14:05", with the year if it is another one. */
export function timeText(time: string, now: Date = new Date()): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return "";
  const isThisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleString(locale, isThisYear ? sameYear : { ...sameYear, year: "numeric" });
}
