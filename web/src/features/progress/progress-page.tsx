import "./progress.css";
import {useQuery} from "@tanstack/react-query";
import {usePackNames} from "../../api/packs";
import {progressQuery, type Progress} from "../../api/progress";
import {useChosenPack} from "../../api/settings";
import {Empty} from "../../components/empty";
import {LinkButton} from "../../components/link-button";
import {Loaded} from "../../components/loaded";
import {Nudge} from "../../components/nudge";
import {PageHead} from "../../components/page-head";
import {spreadOf, Trend} from "./trend";

function Trends({progress}: {progress: Progress}) {
  const {principle: name} = usePackNames(progress.pack.id);
  const shown = progress.principles.filter(({points}) => spreadOf(points) !== null);
  const thin = progress.principles.filter((one) => one.points.length > 0 && !shown.includes(one));
  const open = progress.principles.filter(({points}) => points.length === 0);
  if (shown.length === 0 && thin.length === 0) {
    return (
      <Empty
        title="Nothing to show yet"
        actions={<LinkButton to="/practise">Set up an interview</LinkButton>}
      >
        <p>Finish a practice interview. Each adds one point to the principles that it was about.</p>
      </Empty>
    );
  }
  return (
    <>
      <p className="soft measure small section">
        A point is one interview. The band <i className="spread-key" /> runs from the lowest verdict to the
        highest, the broken line is the median. Verdicts differ from day to day by chance alone: look at the
        band, and follow a point to the words.
      </p>
      <div className="trends section">
        {shown.map((one) => (
          <Trend key={one.principle} principle={one} name={name(one.principle)} />
        ))}
      </div>
      {thin.length > 0 && (
        <p className="open-ones">
          <strong>Insufficient evidence so far:</strong> {thin.map((one) => name(one.principle)).join(" · ")}
        </p>
      )}
      {open.length > 0 && (
        <p className="open-ones soft">
          <strong>Not practised yet:</strong> {open.map((one) => name(one.principle)).join(" · ")}
        </p>
      )}
    </>
  );
}

export default function ProgressPage() {
  const pack = useChosenPack();
  const progress = useQuery({...progressQuery(pack ?? ""), enabled: pack !== undefined});
  return (
    <>
      <PageHead title="Progress">What each finished interview showed, per principle.</PageHead>
      <Nudge />
      <Loaded query={progress}>{(loaded) => <Trends progress={loaded} />}</Loaded>
    </>
  );
}
