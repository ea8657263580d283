import type { SampleQuestion } from '../evaluation/sample-questions.ts';

const priced = (name: string, bound: string) => `SELECT ${name} FROM products WHERE list_price ${bound}`;

/** What a manager asks the sample company for by name: which products, which customers. */
export const LIST_QUESTIONS: readonly SampleQuestion[] = [
  ...['products with price between 100 and 2000', 'products with price between 100 and 2,000'].map((question) => ({
    question,
    gold: priced('name', 'BETWEEN 100 AND 2000'),
  })),
  { question: 'products with price between 1900 and 2099', gold: priced('name', 'BETWEEN 1900 AND 2099') },
  { question: 'products with price up to 2000', gold: priced('name', '<= 2000') },
  { question: 'المنتجات الأغلى من 1000', gold: priced('name_ar', '> 1000') },
  { question: 'المنتجات الأرخص من 1000', gold: priced('name_ar', '< 1000') },
  { question: 'المنتجات التي سعرها بين 1500 و2000', gold: priced('name_ar', 'BETWEEN 1500 AND 2000') },
];
