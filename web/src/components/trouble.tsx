// An error in words: what happened and what to try.
import {Button} from "@mantine/core";
import {asProblem} from "../api/problem";

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

export function Trouble({error, onRetry}: Props) {
  const problem = asProblem(error);
  return (
    <div className="notice trouble" role="alert">
      <p className="what">{problem.what}</p>
      {problem.advice && <p>{problem.advice}</p>}
      {onRetry && (
        <div className="row">
          <Button variant="default" size="sm" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
