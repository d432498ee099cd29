// The last net: a page that broke says so instead of going blank.
import {Button} from "@mantine/core";
import {Component, type ReactNode} from "react";

export class Fault extends Component<{children: ReactNode}, {failed: boolean}> {
  override state = {failed: false};

  static getDerivedStateFromError() {
    return {failed: true};
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="notice trouble" role="alert">
        <p className="what">This page broke.</p>
        <p>
          That is a fault of Barometer. Nothing that was sent is lost, and what you typed is kept in this
          browser. If Barometer was brought up to date meanwhile, reloading is all it takes.
        </p>
        <div className="row">
          <Button variant="default" onClick={() => location.reload()}>
            Reload
          </Button>
        </div>
      </div>
    );
  }
}
