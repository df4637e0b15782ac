/**
 * How people and programs name what is secret, and what they say about it in sentences. Literals and bounded repeats
 * only: all is linear in the text.
 */

/** Parts of the names of fields, variables, flags and settings whose values are secrets. */
const NAMES: readonly string[] = [
  ...['password', 'passwd', 'passphrase', 'passwords?', 'secret', 'token', 'api[-_ ]?key', 'access[-_ ]?key'],
  ...['private[-_]?key', 'account[-_]?key', 'service[-_]?key', 'routing[-_]?key', 'encryption[-_]?key'],
  ...['signing[-_]?key', 'license[-_]?key', 'user[-_]?key', 'ssh[-_]?key', 'sas[-_]?key', 'credential'],
  // A kubeconfig holds the client's key and certificate as they are: client-go clientcmd/api/v1/types.go.
  ...['key[-_]data\\b', 'client[-_]certificate[-_]data', 'authorization', 'cookie', 'webhook'],
  ...[
    'slack[-_]api[-_]url',
    'slack[-_]url',
    'pgpass',
    'mysql[-_]pwd',
    '[-_]pass\\b',
    '[-_]pwd\\b',
    '[-_]pat\\b',
  ],
];

/** The same in the languages of those who write runbooks and chats. */
const FOREIGN_NAMES: readonly string[] = [
  ...[
    '비밀번호',
    '비밀 번호',
    '패스워드',
    '비번',
    '암호',
    '토큰',
    '시크릿',
    '인증키',
    '접근키',
    '액세스 ?키',
    'API ?키',
  ],
  ...['passwort', 'kennwort', 'mot de passe', 'contraseña', 'clave secreta', 'senha', 'palavra-passe'],
  ...['wachtwoord', 'lösenord', 'adgangskode', 'passord', 'salasana', 'hasło', 'heslo', 'jelszó', 'parola'],
  ...[
    'şifre',
    'пароль',
    'токен',
    '密码',
    '密碼',
    '口令',
    '密钥',
    '令牌',
    'パスワード',
    'トークン',
    'mật khẩu',
    'kata sandi',
  ],
];

export const SECRET_WORDS = [...NAMES, ...FOREIGN_NAMES].join('|');

/** `is` between a name and its value, in a sentence; in Korean a particle at the name. */
export const COPULA =
  /^(?:(?:는|은|이|가)[ \t]{1,3}|[ \t]{1,3}(?:is|was|ist|lautet|est|es|è|é|jest)[ \t]{1,3}(?:(?:now|set to|still)[ \t]{1,3})?)/i;

/** What is said of passwords and tokens in sentences: none is the value of one. */
const ORDINARY = new Set(
  (
    'not no nor and or the a an in on at to of from for by with wrong incorrect invalid missing empty unset correct ok ' +
    'valid set too null none known unknown still only also never always read sent taken kept held shown absent present ' +
    'found base64 part about what that this there here now malformed inactive active stale old new bad good short long ' +
    'weak strong fine done gone lost right mandatory optional forbidden similar same different undefined over out up ' +
    'required it its our your my their when where why if because as but so'
  ).split(' '),
);
const OF_A_VERB = /(?:ed|ing|able|ible|less|ly)$/i;

/** Whether a word that follows `password is` may be the password: a digit or sign tells, a plain word is looked up. */
export function mayBeSecret(word: string, isSure: boolean): boolean {
  if (word.length < 3 || /^<?redacted/.test(word)) return false;
  if (/[^\p{L}]/u.test(word)) return true;
  return isSure && /^[\x21-\x7e]+$/.test(word) && !ORDINARY.has(word.toLowerCase()) && !OF_A_VERB.test(word);
}
