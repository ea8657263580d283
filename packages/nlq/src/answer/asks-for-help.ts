import { unifyLetters } from '../arabic/letters.ts';

/** What people say before they know what to ask. Only whole sentences: "help desk tickets" is a question. */
const SAID_FIRST = [
  /^((hi|hello|hey)( there)?|good (morning|afternoon|evening)|help( me)?|start|thanks|thank you)$/,
  /^(what|which) (can|could|should|may) (i|we|you) (ask|do|answer|query|find)( you)?( about)?( here)?$/,
  /^(what|which) (data|information|tables?|questions?|things?) (do you (have|know|answer)|(is|are) (there|available)|can (i|you|we) (ask|answer|see|use)( about)?)( here)?$/,
  /^what (do you know|is this( data)?( about)?)$/,
  /^how (does|do) (this|it|you) work$/,
  /^(مرحبا|اهلا|السلام عليكم|صباح الخير|مساء الخير|مساعده|ساعدني|شكرا)$/,
  /^(ماذا|ما الذي|ما|عم|عن ماذا) (يمكنني|يمكن|استطيع|يمكننا|تستطيع|يمكنك) (ان )?(اسال|نسال|اساله|اسالك|تجيب|تفعل)( عنه| هنا)?$/,
  /^(ما|ماذا) (هي )?(البيانات|الجداول|الاسيله|المعلومات) (المتاحه|المتوفره|الموجوده|لديك)$/,
];

/** Whether somebody greets or wants to know what can be asked. */
export function asksForHelp(question: string): boolean {
  const plain = unifyLetters(question.toLowerCase())
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\bplease\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return SAID_FIRST.some((pattern) => pattern.test(plain));
}
