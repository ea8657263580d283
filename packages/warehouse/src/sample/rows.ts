/** A value of a row: dates as days since 1970, money in halalas. */
export type SampleValue = string | number | boolean | null;
export type SampleRow = readonly SampleValue[];
