import "./app/mantine.css";
import "./app/base.css";
import {StrictMode} from "react";
import {createRoot} from "react-dom/client";
import {makeQueryClient} from "./api/query-client";
import {App} from "./app/app";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App queries={makeQueryClient()} />
    </StrictMode>,
  );
}
