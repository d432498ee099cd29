// The server counts bytes of UTF-8, a browser's strings count UTF-16 units. This file converts, and nothing else may.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", {fatal: true});

// The part of `text` from byte `begin` up to, not including, byte `end`; null where that cuts a character or leaves the text.
export function sliceBytes(text: string, begin: number, end: number): string | null {
  const bytes = encoder.encode(text);
  if (begin < 0 || begin > end || end > bytes.length) return null;
  try {
    return decoder.decode(bytes.subarray(begin, end));
  } catch {
    return null;
  }
}

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
