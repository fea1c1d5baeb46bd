const codes =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY';

/** Two-letter codes of the United States Postal Service: states, the District of Columbia, Puerto Rico and the Virgin Islands. */
export const states: readonly string[] = codes.split(' ');
