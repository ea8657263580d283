-- AlterTable
ALTER TABLE "model_profiles" ADD COLUMN     "answer_seconds" INTEGER NOT NULL DEFAULT 45,
ADD COLUMN     "context_tokens" INTEGER;
