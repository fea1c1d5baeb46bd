const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names by the sex on the claim; invented people share them freely. */
export const givenNames = {
  F: words(`Maria Ana Grace Naomi Ruth Leila Priya Mei Keisha Aaliyah Emma Olivia Sofia Camila Harper Nora Hazel Imani Zoe Lucia Fatima Amira Yuki Hana
    Sarah Rachel Hannah Claire Elena Irene Dolores Beatriz Chloe Tamika Denise Janelle Kaya Winona Ingrid Freya Linh Thuy Anjali Meera Rosa Carmen Paula Diane Judith Renée`),
  M: words(`José Luis Carlos Daniel Michael James Robert David Marcus Malik Jamal Andre Tyrone Wei Jun Kenji Hiro Arjun Ravi Omar Yusuf Ibrahim Samuel Noah
    Liam Ethan Mason Lucas Mateo Diego Gabriel Henry Oscar Felix Victor Peter Paul Walter Eugene Leon Darnell Isaiah Elijah Joseph Thomas Patrick Sean Dmitri Ivan Nguyen`),
} as const;

export const familyNames =
  words(`Rivera Garcia Martinez Lopez Hernandez Gonzalez Torres Flores Ramirez Cruz Ortiz Morales Nguyen Tran Pham Le Kim Park Lee Chen Wang Li Zhang
  Patel Singh Khan Ali Hassan Ahmed Okafor Adeyemi Mensah Johnson Smith Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris Martin
  Thompson Robinson Clark Lewis Walker Hall Allen Young King Wright Scott Green Baker Adams Nelson Carter Mitchell Perez Roberts Turner Phillips Campbell Parker Evans
  Edwards Collins Stewart Sanchez Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Peterson Gray James Watson Brooks Kelly Sanders Price
  Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Washington Butler Simmons Foster Bryant Alexander Russell Griffin Diaz Hayes
  Kowalski Novak Petrov Ivanov Schmidt Weber Larsen Olsen Rossi Ferrari Dubois Laurent O'Brien McCarthy Begay Yazzie Kealoha Nakamura Tanaka Yamamoto`);

export const streets = words(
  `Harbor Maple Cedar Juniper Willow Birch Alder Ocean Lighthouse Mission Franklin Lincoln Jefferson Orchard Meadow River Lake Summit Prospect Canyon`,
);
export const streetKinds = ['Street', 'Avenue', 'Lane', 'Road', 'Way', 'Court'] as const;

/** Towns of the demo region with real ZIP codes, so that addresses pass the checks of clearinghouses. */
export const towns = [
  { city: 'Tacoma', state: 'WA', zip: '98402', areaCode: '253' },
  { city: 'Olympia', state: 'WA', zip: '98501', areaCode: '360' },
  { city: 'Bremerton', state: 'WA', zip: '98337', areaCode: '360' },
  { city: 'Lakewood', state: 'WA', zip: '98499', areaCode: '253' },
  { city: 'Puyallup', state: 'WA', zip: '98371', areaCode: '253' },
] as const;
