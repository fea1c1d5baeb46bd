import { type Faker } from '@faker-js/faker';
import type { AdministrativeSex, PersonName, PostalAddress } from '#server/formats/x12/index.ts';

/** A person as a front desk would have written them down. */
export interface Person {
  readonly name: PersonName;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: AdministrativeSex;
  readonly address: PostalAddress;
}

/** Names that are hard on a file format: accents, apostrophes, hyphens, many words, very long, separators inside. */
const hardNames: readonly PersonName[] = [
  { family: 'Núñez de la Torre', given: 'José Ángel' },
  { family: 'Ørsted', given: 'Søren', suffix: 'Jr.' },
  { family: 'D’Angelo', given: 'Zoë', middle: 'Marie-Thérèse' },
  { family: 'Nguyễn', given: 'Thị Mỹ Linh' },
  { family: 'Müßig-Großkreutz', given: 'Jürgen', middle: 'K' },
  { family: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley', given: 'Maximiliana Bartholomea Konstantina Evangelina' },
  { family: 'St. John', given: 'Mary*Ann' },
  { family: 'Begay', given: 'Ch’ooshgai~' },
  { family: 'Madonna' },
  { family: 'O’Brien-Ó Súilleabháin (Smith)', given: 'Máire “Molly” 🌸', middle: 'Ní' },
  { family: 'al-Ḥusaynī', given: 'ʿAbd al-Raḥmān' },
  { family: 'Þórðardóttir', given: 'Sigríður', suffix: '2nd' },
  { family: 'Kowalczyk', given: 'Bożena', suffix: 'III' },
];

const places: readonly { readonly city: string; readonly state: string; readonly zips: readonly string[] }[] = [
  { city: 'Portland', state: 'ME', zips: ['04101', '04102', '041034417'] },
  { city: 'Lewiston', state: 'ME', zips: ['04240', '042405802'] },
  { city: 'Bangor', state: 'ME', zips: ['04401', '044016912'] },
  { city: 'Presque Isle', state: 'ME', zips: ['04769'] },
  { city: 'Portsmouth', state: 'NH', zips: ['03801', '038014215'] },
  { city: 'Conway', state: 'NH', zips: ['03818'] },
  { city: 'Boston', state: 'MA', zips: ['02118', '021271103'] },
  { city: 'San Juan', state: 'PR', zips: ['00907', '009213210'] },
];

/** How often each kind comes: one name in four is hard, one in ten has a second address line. */
const everyFourth = 4;

function addressFrom(faker: Faker): PostalAddress {
  const place = faker.helpers.arrayElement(places);
  const line2 = faker.datatype.boolean(0.1) ? { line2: `Apt. #${faker.number.int({ min: 1, max: 40 })}` } : {};
  return { line1: faker.location.streetAddress(), ...line2, city: place.city, state: place.state, zip: faker.helpers.arrayElement(place.zips) };
}

function nameFrom(faker: Faker, place: number, sex: AdministrativeSex): PersonName {
  const hard = place % everyFourth === 0 ? hardNames[(place / everyFourth) % hardNames.length] : undefined;
  if (hard) return hard;
  const gender = sex === 'F' ? 'female' : 'male';
  const middle = faker.datatype.boolean(0.4) ? { middle: faker.string.alpha({ length: 1, casing: 'upper' }) } : {};
  return { family: faker.person.lastName(), given: faker.person.firstName(gender), ...middle };
}

/** A person of an age in years on the day. The same faker state and place give the same person. */
export function personFrom(faker: Faker, place: number, on: Temporal.PlainDate, age: readonly [number, number]): Person {
  const sex = faker.helpers.weightedArrayElement([
    { value: 'F' as const, weight: 10 },
    { value: 'M' as const, weight: 9 },
    { value: 'U' as const, weight: 1 },
  ]);
  const years = faker.number.int({ min: age[0], max: age[1] });
  const birthDate = on.subtract({ years, days: faker.number.int({ min: 1, max: 364 }) });
  return { name: nameFrom(faker, place, sex), birthDate, sex, address: addressFrom(faker) };
}
