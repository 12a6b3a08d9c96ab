/** Run by Vitest before each file of browser tests: a page is fetched when it is first shown, which a busy machine takes its time over. */
import { configure } from "@testing-library/react";
import { patience } from "#tests/support/patience.ts";

configure({ asyncUtilTimeout: patience.timeout });
