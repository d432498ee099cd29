// At most one thing to do next, in the plan's words.
import {useQuery} from "@tanstack/react-query";
import {planQuery} from "../api/progress";

export function Nudge() {
  const {data: plan} = useQuery(planQuery);
  if (!plan?.nudge) return null;
  return (
    <aside className="notice" aria-label="Next">
      <p>
        <strong>Next:</strong> {plan.nudge}
      </p>
    </aside>
  );
}
