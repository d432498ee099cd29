// Stories by principles: where each is strong, where nothing stands, and which one is used for too much.
import {Link} from "wouter";
import type {StoryMatrix} from "../../api/stories";
import {VerdictGlyph, verdictWords} from "../../components/verdict";
import {amount, times} from "../../lib/words";

type Cell = StoryMatrix["stories"][number]["cells"][number];

function counts({supports, contradicts}: Cell): string {
  if (supports + contradicts === 0) return "";
  return `+${supports}${contradicts > 0 ? ` −${contradicts}` : ""}`;
}

function CellView({cell}: {cell: Cell | undefined}) {
  if (!cell) {
    return (
      <td className="empty-cell">
        <span className="unseen">nothing</span>
      </td>
    );
  }
  const told = cell.verdict === "not_assessed" ? "not told yet" : verdictWords[cell.verdict];
  return (
    <td className={cell.meant ? "meant" : undefined}>
      <span className="cell">
        <VerdictGlyph verdict={cell.verdict} />
        <span className="unseen">
          {cell.meant && "meant for it, "}
          {told}
          {counts(cell) && `, ${amount(cell.supports, "quote")} for and ${cell.contradicts} against`}
        </span>
        <span className="counts" aria-hidden="true">
          {counts(cell)}
        </span>
      </span>
    </td>
  );
}

interface Props {
  matrix: StoryMatrix;
  name: (principle: string) => string;
}

export function Matrix({matrix, name}: Props) {
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="grid-wrap" role="region" aria-label="Stories by principles" tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">Principle</th>
              {matrix.stories.map((story) => (
                <th scope="col" key={story.id}>
                  <Link href={`/stories/${story.id}`}>{story.title}</Link>
                  <span className={story.over_used ? "title-note over" : "title-note"}>
                    {story.over_used
                      ? "used for too much"
                      : story.tellings === 0
                        ? "not told yet"
                        : `told ${times(story.tellings)}`}
                  </span>
                </th>
              ))}
              <th scope="col">What is missing</th>
            </tr>
          </thead>
          <tbody>
            {matrix.principles.map(({principle, gap}) => (
              <tr key={principle}>
                <th scope="row">{name(principle)}</th>
                {matrix.stories.map((story) => (
                  <CellView key={story.id} cell={story.cells.find((cell) => cell.principle === principle)} />
                ))}
                <td className={gap ? "gap open" : "gap"}>{gap ?? "Nothing"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="grid-legend">
        <span>
          <VerdictGlyph verdict="strong" /> strong
        </span>
        <span>
          <VerdictGlyph verdict="mixed" /> mixed
        </span>
        <span>
          <VerdictGlyph verdict="weak" /> weak
        </span>
        <span>
          <VerdictGlyph verdict="insufficient" /> insufficient, or not told yet
        </span>
        <span>
          <i className="swatch" /> meant for it
        </span>
        <span>+2 −1: quotes for and against</span>
      </p>
    </>
  );
}
