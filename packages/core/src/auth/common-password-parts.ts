/**
 * Words that lists of leaked passwords are made of. Few leaked passwords reach 15 characters, and those that do are nearly all
 * built of these, so the words are kept instead of a list of passwords.
 */
export const COMMON_PASSWORD_PARTS: readonly string[] = [
  ...['password', 'passwort', 'passphrase', 'passcode', 'pass', 'pwd', 'secret', 'letmein', 'changeme', 'change', 'temporary', 'temp'],
  ...['default', 'login', 'signin', 'access', 'account', 'admin', 'administrator', 'root', 'user', 'username', 'guest', 'test', 'testing'],
  ...['demo', 'sample', 'example', 'master', 'manager', 'owner', 'system', 'server', 'service', 'database', 'oracle', 'postgres', 'mysql'],
  ...['duckdb', 'sqlite', 'analytics', 'analyst', 'majed', 'vanna', 'company', 'office', 'internet', 'computer', 'windows', 'linux'],
  ...['google', 'facebook', 'microsoft', 'samsung', 'apple', 'welcome', 'hello', 'goodbye', 'please', 'thanks', 'whatever', 'nothing'],
  ...['iloveyou', 'loveyou', 'love', 'lovely', 'sunshine', 'princess', 'angel', 'baby', 'dragon', 'monkey', 'tiger', 'shadow', 'killer'],
  ...['football', 'baseball', 'basketball', 'soccer', 'hockey', 'superman', 'batman', 'spiderman', 'pokemon', 'starwars', 'matrix'],
  ...['freedom', 'trustno', 'ninja', 'azerty', 'qwerty', 'qwertz', 'mustang', 'ferrari', 'mercedes', 'chocolate', 'cookie', 'flower'],
  ...['summer', 'winter', 'spring', 'autumn', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['saudi', 'arabia', 'riyadh', 'jeddah', 'dubai', 'kuwait', 'qatar', 'bahrain', 'oman', 'emirates', 'muhammad', 'mohammed', 'ahmed'],
];

/** Rows of keyboards and the alphabet: any run of four or more of them, in either direction, counts as one part. */
export const COMMON_SEQUENCES: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.',
  '!@#$%^&*()_+',
];
