/** Sign-in codes to print: a card a person, with what to do in plain words. Codes are shown once and kept nowhere. */
import { Printer } from "lucide-react";
import type { SignInCode } from "#model/wire/api.ts";
import { localDateOf } from "#model/time.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayDay } from "#ui/words/dates.ts";
import { peopleWords } from "#ui/words/staff/people.ts";
import { useCodesFor } from "./codes-for.ts";
import { CodesNotMade } from "./CodesNotMade.tsx";
import { QrPicture } from "./QrPicture.tsx";

/** The address without what makes a browser go there. */
const shortLink = (link: string): string => link.replace(/^https?:\/\//, "").replace(/#.*$/, "");

/** A code that has no room on one line stands on two, a half on each; as text it is whole. */
function inHalves(code: string) {
  const [first = "", second = ""] = code.split(/(?<=-)/);
  return (
    <>
      {first}
      <wbr />
      {second}
    </>
  );
}

function CodeCard({ code }: { code: SignInCode }) {
  const today = useToday();
  return (
    <article className="code-card">
      <QrPicture link={code.link} label={peopleWords.picture(code.name)} />
      <div>
        <p className="code-product">{everywhere.product}</p>
        <h2>
          <bdi>{code.name}</bdi>
        </h2>
        <p>{peopleWords.userName(code.userName)}</p>
        <p className="code-code">
          {peopleWords.code} <b>{inHalves(code.code)}</b>
        </p>
        <p className="small">{shortLink(code.link)}</p>
        <ol>
          {peopleWords.instructions.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="small muted">{peopleWords.until(sayDay(localDateOf(code.expiresAt), today))}</p>
      </div>
    </article>
  );
}

/** The page at `/people?sheet=codes`. */
export function CodesSheet() {
  usePageTitle(peopleWords.sheetTitle);
  const { people, codes } = useCodesFor();
  return (
    <main id="main" tabIndex={-1} className="codes">
      <header className="codes-head">
        <PillButton back href="/people">
          {peopleWords.backToPeople}
        </PillButton>
        <div>
          <h1>{peopleWords.sheetTitle}</h1>
          <p className="muted">{people.length === 0 ? peopleWords.sheetNobody : peopleWords.sheetWords}</p>
        </div>
        {codes?.ok && (
          <Button kind="main" icon={Printer} onPress={() => window.print()}>
            {peopleWords.print}
          </Button>
        )}
      </header>
      {people.length > 0 && codes === undefined && <output>{peopleWords.making}</output>}
      {codes && !codes.ok && <CodesNotMade problem={codes.problem} />}
      {codes?.ok && (
        <div className="code-cards">
          {codes.value.map((code) => (
            <CodeCard key={code.person} code={code} />
          ))}
        </div>
      )}
    </main>
  );
}
