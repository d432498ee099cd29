import {Loader} from "@mantine/core";
import {useEffect, useState} from "react";

// Says nothing for the first moment: what is quick should not flicker.
export function Waiting({label = "Loading…"}: {label?: string}) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      {late && (
        <>
          <Loader size="sm" aria-hidden />
          <span>{label}</span>
        </>
      )}
    </div>
  );
}
