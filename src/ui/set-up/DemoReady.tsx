/** The people of the demo school, and the one password they share. */
import type { DemoPeople } from "#model/wire/api.ts";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { demoRoleWords } from "#ui/words/staff/people.ts";
import { setUpWords } from "#ui/words/staff/set-up.ts";
import { SetUpFrame } from "./SetUpFrame.tsx";

/** Leads to the sign-in. */
export function DemoReady({ demo: { people, password } }: { demo: DemoPeople }) {
  const { name, role, userName } = setUpWords.demoColumns;
  return (
    <SetUpFrame title={setUpWords.demoTitle} intro={setUpWords.demoIntro}>
      <p className="fs-password">
        {setUpWords.demoPassword}: <b>{password}</b>
      </p>
      <div className="fs-people">
        <table className="plain" aria-label={setUpWords.demoPeople}>
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">{role}</th>
              <th scope="col">{userName}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.userName}>
                <td>
                  <bdi>{person.name}</bdi>
                </td>
                <td>{demoRoleWords[person.role]}</td>
                <td>{person.userName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="fs-acts">
        <FingerButton href="/sign-in">{setUpWords.signIn}</FingerButton>
      </div>
    </SetUpFrame>
  );
}
