// The four verdicts and "not assessed", as in the report: a shape, a colour and always the word.
import type {Schemas} from "../api/client";

export type VerdictName = Schemas["Verdict"];

export const verdictWords: Record<VerdictName, string> = {
  not_assessed: "not assessed",
  insufficient: "insufficient evidence",
  weak: "weak",
  mixed: "mixed",
  strong: "strong",
};

export function VerdictGlyph({verdict}: {verdict: VerdictName}) {
  return (
    <svg className={`glyph ${verdict}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {verdict === "strong" && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {verdict === "mixed" && (
        <>
          <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.2" />
          <path d="M6 1.6a4.4 4.4 0 0 0 0 8.8z" fill="currentColor" />
        </>
      )}
      {verdict === "weak" && (
        <circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      {(verdict === "insufficient" || verdict === "not_assessed") && (
        <path d="M2 6h8" stroke="currentColor" strokeWidth="1.5" />
      )}
    </svg>
  );
}

export function Verdict({verdict}: {verdict: VerdictName}) {
  const words = verdictWords[verdict];
  return (
    <span className={`verdict ${verdict}`}>
      <VerdictGlyph verdict={verdict} />
      {words.charAt(0).toUpperCase() + words.slice(1)}
    </span>
  );
}
