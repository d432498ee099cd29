// The last net: a page that broke says so instead of going blank.
import {Button} from "@mantine/core";
import {Component, type ReactNode} from "react";

// The script of a page could not be fetched: the browsers' own words for it.
const unfetched = /dynamically imported module|importing a module script failed|preload css/i;

export class Fault extends Component<{children: ReactNode}, {error: Error | null}> {
  override state: {error: Error | null} = {error: null};

  static getDerivedStateFromError(error: unknown) {
    return {error: error instanceof Error ? error : new Error(String(error))};
  }

  override render() {
    const {error} = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="notice trouble" role="alert">
        {unfetched.test(error.message) ? (
          <>
            <h1 className="what">Barometer does not answer.</h1>
            <p>
              It may have been stopped, or brought up to date. Start it again with “barometer serve”, then
              reload. What you typed is kept in this browser.
            </p>
          </>
        ) : (
          <>
            <h1 className="what">This page broke.</h1>
            <p>
              That is a fault of Barometer. Nothing that was sent is lost, and what you typed is kept in this
              browser. Reload it; if it breaks again, take another way there.
            </p>
          </>
        )}
        <div className="row">
          <Button variant="default" onClick={() => location.reload()}>
            Reload
          </Button>
        </div>
      </div>
    );
  }
}
