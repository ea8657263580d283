-- AlterTable
ALTER TABLE "verified_questions" ADD COLUMN "as_of" TEXT;
