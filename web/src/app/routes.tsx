import {lazy, Suspense} from "react";
import {Link, Route, Switch, useLocation} from "wouter";
import {PageHead} from "../components/page-head";
import {Waiting} from "../components/waiting";
import {Fault} from "./fault";

const HomePage = lazy(() => import("../features/home/home-page"));
const SetupPage = lazy(() => import("../features/practise/setup-page"));
const HistoryPage = lazy(() => import("../features/practise/history-page"));
const InterviewPage = lazy(() => import("../features/practise/interview-page"));
const FeedbackPage = lazy(() => import("../features/practise/feedback-page"));
const StoriesPage = lazy(() => import("../features/stories/stories-page"));
const StoryPage = lazy(() => import("../features/stories/story-page"));
const NewStoryPage = lazy(() => import("../features/stories/new-story-page"));
const SheetPage = lazy(() => import("../features/stories/sheet-page"));
const ProgressPage = lazy(() => import("../features/progress/progress-page"));
const PlanPage = lazy(() => import("../features/plan/plan-page"));
const ReadPage = lazy(() => import("../features/read/read-page"));
const ReadingPage = lazy(() => import("../features/read/reading-page"));
const SettingsPage = lazy(() => import("../features/settings/settings-page"));

function NoSuchPage() {
  return (
    <>
      <PageHead title="There is no such page">It may have moved, or the address has a slip in it.</PageHead>
      <p>
        <Link href="/">Go to the first page</Link>
      </p>
    </>
  );
}

export function Routes() {
  const [at] = useLocation();
  return (
    <Fault key={at}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/practise" component={SetupPage} />
          <Route path="/practise/history" component={HistoryPage} />
          <Route path="/practise/:id">{({id}) => <InterviewPage key={id} id={id} />}</Route>
          <Route path="/practise/:id/feedback">{({id}) => <FeedbackPage key={id} id={id} />}</Route>
          <Route path="/stories" component={StoriesPage} />
          <Route path="/stories/new" component={NewStoryPage} />
          <Route path="/stories/sheet" component={SheetPage} />
          <Route path="/stories/:id">{({id}) => <StoryPage key={id} id={id} />}</Route>
          <Route path="/progress" component={ProgressPage} />
          <Route path="/plan" component={PlanPage} />
          <Route path="/read" component={ReadPage} />
          <Route path="/read/:id">{({id}) => <ReadingPage key={id} id={id} />}</Route>
          <Route path="/settings" component={SettingsPage} />
          <Route component={NoSuchPage} />
        </Switch>
      </Suspense>
    </Fault>
  );
}
