// Dates as people say them. Times are milliseconds since 1970 in UTC; days are "2027-03-01" without a zone.

const day = new Intl.DateTimeFormat("en-GB", {weekday: "short", day: "numeric", month: "long"});
const dayWithYear = new Intl.DateTimeFormat("en-GB", {day: "numeric", month: "long", year: "numeric"});
const clock = new Intl.DateTimeFormat("en-GB", {hour: "2-digit", minute: "2-digit"});

function localDay(date: string): Date {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth);
}

export function sayMoment(ms: number): string {
  const at = new Date(ms);
  return `${dayWithYear.format(at)}, ${clock.format(at)}`;
}

export function sayDate(date: string): string {
  return day.format(localDay(date));
}

export function toDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((localDay(to).getTime() - localDay(from).getTime()) / 86_400_000);
}

// "today", "tomorrow", "in 5 days", "3 days ago"
export function sayDistance(from: string, to: string): string {
  const days = daysBetween(from, to);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

// "1:05", for lengths of speech
export function sayLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
