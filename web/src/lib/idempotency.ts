// A key names one thing that the person wants done; sending it again does it once.

export function newKey(): string {
  // Not randomUUID: that exists on secure origins only.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
