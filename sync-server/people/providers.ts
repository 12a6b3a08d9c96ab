/** Off-site providers as schools name them: found by name among those a school knows, made when it knows none of that name. */
import type { OrganisationId } from "#model/id.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { addOrganisation, type Registrar } from "./registrar.ts";

const keyOf = (org: OrganisationId): string => `providers ${org}`;

/** The providers a school has named so far, by name. */
export async function providersOf(
  t: Transaction,
  org: OrganisationId,
): Promise<ReadonlyMap<string, OrganisationId>> {
  return new Map(
    (await t.accounts.outsideIds(keyOf(org))).map(({ outsideId, id }) => [outsideId, id as OrganisationId]),
  );
}

/** The provider of this name, for this school. */
export async function providerNamed(
  registrar: Registrar,
  org: OrganisationId,
  name: string,
): Promise<OrganisationId> {
  const { t } = registrar.desk;
  const spoken = name.trim();
  const known = [...(await providersOf(t, org))].find(
    ([other]) => other.toLowerCase() === spoken.toLowerCase(),
  );
  if (known) return known[1];
  const id = await addOrganisation(registrar, { name: spoken, type: "provider" });
  await t.accounts.putOutsideIds([{ source: keyOf(org), outsideId: spoken, id }]);
  return id;
}
