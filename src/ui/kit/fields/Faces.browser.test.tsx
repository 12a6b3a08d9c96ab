import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import type { FaceKind } from "#ui/kit/drawing/Face.tsx";
import { Faces } from "./Faces.tsx";

const words = { stuck: "Stuck", hard: "Hard", ok: "OK", good: "Good" };

function Asked() {
  const [face, setFace] = useState<FaceKind | null>(null);
  return <Faces label="How is it going?" words={words} value={face} onChange={setFace} />;
}

afterEach(cleanup);

test("nothing is chosen until it is said; one tap says it, arrows change it", async () => {
  render(<Asked />);
  expect(screen.getByRole("radiogroup", { name: "How is it going?" })).toBeDefined();
  expect(screen.queryByRole("radio", { checked: true })).toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "Hard" }));
  expect(screen.getByRole("radio", { checked: true, name: "Hard" })).toBeDefined();
  await userEvent.keyboard("{ArrowRight}");
  expect(screen.getByRole("radio", { checked: true, name: "OK" })).toBeDefined();
});
