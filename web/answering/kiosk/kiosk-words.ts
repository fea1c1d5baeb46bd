/** What the tablet says, in the two languages of reminders. It names neither clinic, program, clinician nor kind of visit. */
export const kioskWords = {
  en: {
    other: 'Español',
    title: 'Check in',
    hello: 'Welcome. Please tell us who you are.',
    givenName: 'First name',
    familyName: 'Last name',
    birthDate: 'Date of birth',
    month: 'Month',
    day: 'Day',
    year: 'Year',
    phone: (digits: number) => `Last ${digits} digits of your phone`,
    find: 'Find my visit',
    again: 'We could not find your visit. Check what you typed, or see the front desk.',
    incomplete: 'Please fill in every field.',
    found: (when: string) => `You are expected at ${when}.`,
    changed: 'Since your last visit, has anything of this changed?',
    contact: 'Address or phone',
    coverage: 'Insurance',
    here: 'I am here',
    notMe: 'Start over',
    thanks: 'Thank you',
    seat: 'You are checked in. Please take a seat.',
    desk: 'Please see the front desk, so that we can write down what changed.',
    done: 'Done',
    over: 'This tablet is no longer used for check-in. Please see the front desk.',
    staff: 'Staff',
  },
  es: {
    other: 'English',
    title: 'Registrar su llegada',
    hello: 'Bienvenido. Díganos quién es, por favor.',
    givenName: 'Nombre',
    familyName: 'Apellido',
    birthDate: 'Fecha de nacimiento',
    month: 'Mes',
    day: 'Día',
    year: 'Año',
    phone: (digits: number) => `Últimos ${digits} números de su teléfono`,
    find: 'Buscar mi cita',
    again: 'No encontramos su cita. Revise lo que escribió o pregunte en recepción.',
    incomplete: 'Llene todos los campos, por favor.',
    found: (when: string) => `Lo esperamos a las ${when}.`,
    changed: 'Desde su última visita, ¿cambió algo de esto?',
    contact: 'Dirección o teléfono',
    coverage: 'Seguro médico',
    here: 'Ya llegué',
    notMe: 'Empezar de nuevo',
    thanks: 'Gracias',
    seat: 'Su llegada está registrada. Tome asiento, por favor.',
    desk: 'Pase por recepción, por favor, para anotar lo que cambió.',
    done: 'Listo',
    over: 'Esta tableta ya no se usa para registrar llegadas. Pregunte en recepción.',
    staff: 'Personal',
  },
} as const;

export type KioskLanguage = keyof typeof kioskWords;
export type KioskWords = (typeof kioskWords)[KioskLanguage];

/** A birth date from what was typed in three fields; null while it is none. */
export function birthDateOf({ year, month, day }: { readonly year: string; readonly month: string; readonly day: string }): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
