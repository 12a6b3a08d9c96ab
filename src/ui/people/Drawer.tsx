/** One person beside the list: whom they see and who sees them, their devices, their sign-in. */
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import type { PeopleOverview, PersonOverview } from "#model/wire/api.ts";
import { learnerOfPerson } from "#model/id.ts";
import { addMembership, endMembership } from "#store/people.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { IconButton } from "#ui/kit/press/IconButton.tsx";
import { useOneAtATime } from "#ui/kit/press/use-one-at-a-time.ts";
import { useStore } from "#ui/store-context.tsx";
import { usePerson } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { peopleWords, roleWords } from "#ui/words/staff/people.ts";
import { useCodesFor } from "./codes-for.ts";
import { DevicesOf } from "./DevicesOf.tsx";
import { isLearner } from "./people-list.ts";
import { sayRoles } from "./people-columns.tsx";
import { linksOf } from "./person-links.ts";
import type { PersonLink } from "./person-links.ts";
import { MakeLead } from "./SafeguardingLead.tsx";

export type DrawerProps = {
  readonly person: PersonOverview;
  readonly overview: PeopleOverview;
  readonly onAssign: () => void;
  readonly onChanged: () => void;
};

function Link({ link, onChanged }: { link: PersonLink; onChanged: () => void }) {
  const giveBack = async (again: PersonLink["again"]): Promise<void> => {
    if (!again) return;
    const given = await addMembership(again);
    if (given.ok) onChanged();
    else showToast({ words: wordsForProblem(given.problem) });
  };
  const [end] = useOneAtATime(async () => {
    const ended = await endMembership(link.membership);
    if (!ended.ok) {
      showToast({ words: wordsForProblem(ended.problem) });
      return;
    }
    showToast({
      words: peopleWords.ended,
      ...(link.again ? { undo: { label: everywhere.undo, onUndo: () => void giveBack(link.again) } } : {}),
    });
    onChanged();
  });
  return (
    <li>
      <div>
        <b dir="auto">{link.name}</b>
        <small>{roleWords[link.role]}</small>
      </div>
      <Button small kind="text" aria-label={peopleWords.endOf(link.name)} onPress={() => end()}>
        {peopleWords.end}
      </Button>
    </li>
  );
}

/** Up to here the list stands open. */
const mostOpen = 5;

function Links({ person, overview, onAssign, onChanged }: DrawerProps) {
  const links = linksOf(person, overview);
  const learns = isLearner(person);
  const title = learns ? peopleWords.tutorsOf : peopleWords.memberships;
  return (
    <>
      <Disclosure title={`${title} · ${links.length}`} defaultExpanded={links.length <= mostOpen}>
        {learns && links.length === 0 && <p className="small muted">{peopleWords.nobodySees}</p>}
        <ul className="devs dr-links">
          {links.map((link) => (
            <Link key={link.membership} link={link} onChanged={onChanged} />
          ))}
        </ul>
      </Disclosure>
      {person.provider === undefined && !person.left && (
        <Button small onPress={onAssign}>
          {learns ? peopleWords.assign : peopleWords.assignTo}
        </Button>
      )}
    </>
  );
}

function SignIn({ person }: { person: PersonOverview }) {
  const codesFor = useCodesFor();
  const navigate = useNavigate();
  const newCode = (): void => {
    codesFor.makeFor([person.person]);
    void navigate("/people?sheet=codes");
  };
  return (
    <>
      <h3>{peopleWords.signIn}</h3>
      <p className="small muted">
        {person.userName === undefined ? peopleWords.noUserName : peopleWords.userName(person.userName)}
      </p>
      <Button small onPress={newCode}>
        {peopleWords.newCode}
      </Button>
    </>
  );
}

/** A coordinator opens a learner's record by name; it then comes to this device. */
function OpenRecord({ person }: { person: PersonOverview }) {
  const { sync } = useStore();
  const navigate = useNavigate();
  const open = async (): Promise<void> => {
    const learner = learnerOfPerson(person.person);
    await sync.openLearner(learner);
    await navigate(`/learner/${learner}`);
  };
  return (
    <Button small onPress={() => void open()}>
      {peopleWords.openLearner}
    </Button>
  );
}

/** Someone who left has no access to end and no device to cut off. */
export function Drawer(props: DrawerProps) {
  const { person } = props;
  const known = usePerson(person.person);
  const head = useRef<HTMLDivElement>(null);
  // Where the page is narrow this stands above the list, out of sight of the row that was pressed.
  useEffect(() => {
    head.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <Card as="section" className="drawer" label={person.name}>
      <div className="dr-who" ref={head}>
        <Avatar name={person.name} drawn={known?.picture} size="big" />
        <div>
          <h2 dir="auto">{person.name}</h2>
          <p className="small muted">{[sayRoles(person), person.provider].filter(Boolean).join(", ")}</p>
        </div>
        <IconButton icon={X} label={peopleWords.closePerson} href="/people" />
      </div>
      {isLearner(person) && <OpenRecord person={person} />}
      <Links {...props} />
      <MakeLead person={person} org={props.overview.organisation.id} onChanged={props.onChanged} />
      {person.devices > 0 && <DevicesOf person={person.person} onChanged={props.onChanged} />}
      {!person.left && <SignIn person={person} />}
    </Card>
  );
}
