// One principle over the interviews: each a point, their spread as a band, the median as a line.
import {scaleLinear, scalePoint} from "@visx/scale";
import {LinePath} from "@visx/shape";
import {Link} from "wouter";
import type {Progress} from "../../api/progress";
import {Verdict, verdictWords} from "../../components/verdict";
import {sayMoment} from "../../lib/dates";
import {amount} from "../../lib/words";

type Principle = Progress["principles"][number];
type Point = Principle["points"][number];

const width = 360;
const height = 164;
const inner = {left: 84, right: 12, top: 12, bottom: 26};

// Verdicts are ordered, and no more than that; "insufficient" stands below a gap, as it is no low verdict.
const rows = {strong: 3, mixed: 2, weak: 1, insufficient: -0.4} as const;
const rowOf = (point: Point) => (point.verdict === "not_assessed" ? rows.insufficient : rows[point.verdict]);
const judged = (point: Point) => rowOf(point) > 0;

export function spreadOf(points: Point[]): {lowest: number; median: number; highest: number} | null {
  const ranks = points
    .filter(judged)
    .map(rowOf)
    .sort((a, b) => a - b);
  const at = (place: number) => ranks[place] ?? 0;
  if (ranks.length === 0) return null;
  const half = Math.floor(ranks.length / 2);
  const median = ranks.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return {lowest: at(0), median, highest: at(ranks.length - 1)};
}

function said(point: Point, index: number): string {
  return `Interview ${index + 1}, ${sayMoment(point.created_ms)}: ${verdictWords[point.verdict]}, ${amount(point.supports, "quote")} for, ${point.contradicts} against`;
}

function PointView({point, index, cx, cy}: {point: Point; index: number; cx: number; cy: number}) {
  const label = said(point, index);
  return (
    <g className={`point ${point.verdict}`}>
      <Link href={`/practise/${point.interview_id}/feedback`} aria-label={label}>
        <title>{label}</title>
        {judged(point) ? (
          <circle cx={cx} cy={cy} r={5.5} />
        ) : (
          <path className="dash" d={`M${cx - 5} ${cy}h10`} />
        )}
        {point.verdict === "mixed" && <path d={`M${cx} ${cy - 5}a5 5 0 0 0 0 10z`} />}
        <circle className="target" cx={cx} cy={cy} r={12} />
      </Link>
    </g>
  );
}

function Plot({points, name}: {points: Point[]; name: string}) {
  const x = scalePoint({
    domain: points.map(({interview_id: id}) => id),
    range: [inner.left, width - inner.right],
    padding: 0.5,
  });
  const y = scaleLinear({domain: [-0.4, 3], range: [height - inner.bottom, inner.top]});
  const cx = (point: Point) => x(point.interview_id) ?? inner.left;
  const cy = (point: Point) => y(rowOf(point));
  const right = width - inner.right;
  const spread = spreadOf(points);
  const more = points.filter(judged).length > 1;
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={`${name} over ${amount(points.length, "interview")}`}
    >
      {spread && more && (
        <rect
          className="spread"
          x={inner.left}
          width={right - inner.left}
          y={y(spread.highest + 0.3)}
          height={y(spread.lowest - 0.3) - y(spread.highest + 0.3)}
        />
      )}
      {Object.entries(rows).map(([verdict, row]) => (
        <g key={verdict}>
          <line className="zone" x1={inner.left} x2={right} y1={y(row)} y2={y(row)} />
          <text x={0} y={y(row) + 4}>
            {verdict}
          </text>
        </g>
      ))}
      {spread && more && (
        <line className="median" x1={inner.left} x2={right} y1={y(spread.median)} y2={y(spread.median)} />
      )}
      {more && <LinePath className="path" data={points.filter(judged)} x={cx} y={cy} />}
      {points.map((point, index) => (
        <PointView key={point.interview_id} point={point} index={index} cx={cx(point)} cy={cy(point)} />
      ))}
      <text x={inner.left} y={height - 2}>
        first
      </text>
      <text x={right} y={height - 2} textAnchor="end">
        latest
      </text>
    </svg>
  );
}

export function Trend({principle, name}: {principle: Principle; name: string}) {
  const {points, latest} = principle;
  return (
    <article className="trend" aria-label={name}>
      <h2>{name}</h2>
      <p className="latest">
        <Verdict verdict={latest} />
        <span className="soft">
          {points.length === 1 ? "the only time so far" : `the latest of ${points.length}`}
        </span>
      </p>
      <Plot points={points} name={name} />
      <details>
        <summary className="soft">In words</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Interview</th>
              <th scope="col">Verdict</th>
              <th scope="col">For</th>
              <th scope="col">Against</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.interview_id}>
                <td>
                  <Link href={`/practise/${point.interview_id}/feedback`}>{sayMoment(point.created_ms)}</Link>
                </td>
                <td>{verdictWords[point.verdict]}</td>
                <td>{point.supports}</td>
                <td>{point.contradicts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </article>
  );
}
