/** Two digits from the CMS place of service list: '11' office, '10' telehealth at home, '02' telehealth elsewhere. */
export type PlaceOfService = string;

/** Two capital letters: state, territory. */
export type StateCode = string;

/** A person as a claim names them. Accents and lower case are allowed here; the writer transliterates. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  readonly middle?: string;
  /** 'JR', 'III'. */
  readonly suffix?: string;
}

/** A postal address in the United States. */
export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly state: StateCode;
  /** Digits only, five or nine; billing provider, pay-to and service facility need nine. */
  readonly zip: string;
}

/** 'F' female, 'M' male, 'U' unknown: DMG03. */
export type AdministrativeSex = 'F' | 'M' | 'U';

/** What the payer needs to recognise the person treated. */
export interface Demographics {
  readonly address: PostalAddress;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: AdministrativeSex;
}

/** A person with a National Provider Identifier. */
export interface PersonProvider {
  readonly kind: 'person';
  readonly name: PersonName;
  readonly npi: string;
  /** Ten characters of the NUCC list, such as '101YM0800X'. */
  readonly taxonomy?: string;
}

/** An organisation with a National Provider Identifier. */
export interface OrganisationProvider {
  readonly kind: 'organisation';
  readonly name: string;
  readonly npi: string;
  readonly taxonomy?: string;
}

export type Provider = PersonProvider | OrganisationProvider;

/** Nine digits; 'EIN' of an organisation, or 'SSN' of a sole proprietor. */
export interface TaxId {
  readonly kind: 'EIN' | 'SSN';
  readonly number: string;
}

/** A desk to call: PER. */
export interface Contact {
  readonly name?: string;
  /** Ten digits. */
  readonly phone: string;
  readonly email?: string;
}

/** Who is paid (loops 2000A, 2010AA, 2010AB). A post office box goes to `payTo`, never to `address`. */
export type BillingProvider = Provider & {
  readonly address: PostalAddress;
  readonly taxId: TaxId;
  readonly contact?: Contact;
  readonly payTo?: PostalAddress;
};

/** Where the service took place (loop 2310C), when that is not the billing provider's address. */
export interface ServiceFacility {
  readonly name: string;
  readonly npi?: string;
  readonly address: PostalAddress;
}

/** A payer with the identifier by which the clearinghouse knows it (NM108 'PI'). */
export interface Payer {
  readonly name: string;
  readonly id: string;
  readonly address?: PostalAddress;
}
