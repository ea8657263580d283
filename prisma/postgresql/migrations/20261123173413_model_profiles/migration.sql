-- AlterTable
ALTER TABLE "data_sources" ADD COLUMN     "data_to_llm" TEXT NOT NULL DEFAULT 'aggregates';

-- CreateTable
CREATE TABLE "model_profiles" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "sealed_key" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "model_profiles_name_key" ON "model_profiles"("name");

-- CreateIndex
CREATE INDEX "model_profiles_active_idx" ON "model_profiles"("active");
