// Small words about amounts.

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}

export function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

// "once", "twice", "3 times"
export function times(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}

export function sayBytes(bytes: number): string {
  if (bytes < 1000) return amount(bytes, "byte");
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// "dive-deep" -> "dive deep", for names that no pack explains
export function plainId(id: string): string {
  return capital(id.replace(/[-_]/g, " "));
}
