/** Bringing in a school's own list: preview, confirm, and a template to start from. */
import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import { isIdOf } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import { listLimitBytes } from "#model/wire/roster-preview.ts";
import { importList, previewList } from "#server/people/roster-preview.ts";
import { plainCsvTemplate } from "#server/roster/plain-csv.ts";
import type { Site } from "#server/sync/site.ts";
import { answersBody, answersJson } from "./answers.ts";
import { requireSession, sessionIn } from "./signed-in.ts";

const importBody = v.object({
  preview: v.pipe(v.string(), v.maxLength(100)),
  ticked: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(5000)),
});

/** Registers `/api/roster`. */
export async function rosterRoutes(app: FastifyInstance, { site }: { readonly site: Site }): Promise<void> {
  requireSession(app, site);
  app.post(
    "/roster/import",
    answersBody(importBody, (body, { request }) => importList(site, sessionIn(request).person, body)),
  );
  app.get("/roster/template.csv", async (_request, reply) =>
    reply
      .header("content-disposition", 'attachment; filename="waymark-people.csv"')
      .type("text/csv; charset=utf-8")
      .send(plainCsvTemplate),
  );
  await app.register(async (files) => previewRoute(files, site));
}

/** Takes any type of body as the bytes of a file: browsers do not agree on what a zip or a CSV is called. */
async function previewRoute(app: FastifyInstance, site: Site): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "*",
    { parseAs: "buffer", bodyLimit: listLimitBytes },
    async (_request: unknown, body: Buffer) => body,
  );
  app.post<{ Querystring: { ticked?: unknown; org?: unknown } }>(
    "/roster/preview",
    { bodyLimit: listLimitBytes },
    async (request, reply) =>
      answersJson(async () => {
        const { ticked = "", org } = request.query;
        if (typeof ticked !== "string") return no("malformed", "ticked");
        if (!(request.body instanceof Uint8Array)) return no("malformed", "body");
        if (org !== undefined && !isIdOf("organisation", org)) return no("malformed", "org");
        return previewList(site, {
          by: sessionIn(request).person,
          org,
          bytes: request.body,
          ticked: ticked.split(",").filter(Boolean),
        });
      })(request, reply),
  );
}
