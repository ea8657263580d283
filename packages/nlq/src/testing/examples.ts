/** A vet's practice: owners, their animals, visits; vets linked to what they treat. */
export const CLINIC = `
CREATE TABLE owners (owner_id INTEGER PRIMARY KEY, name TEXT, town TEXT, birth_year INTEGER);
CREATE TABLE animals (animal_id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES owners(owner_id), name TEXT, species TEXT, weight REAL, age INTEGER);
CREATE TABLE vets (vet_id INTEGER PRIMARY KEY, name TEXT, salary INTEGER, hired_on DATE);
CREATE TABLE visits (visit_id INTEGER PRIMARY KEY, animal_id INTEGER REFERENCES animals(animal_id), vet_id INTEGER REFERENCES vets(vet_id), visited_on DATE, fee REAL, reason TEXT);
INSERT INTO owners VALUES (1,'Layla','Hebden',1980),(2,'Omar','Marsden',1975),(3,'Greta','Hebden',1992),(4,'Bruno','Todmorden',1968);
INSERT INTO animals VALUES (1,1,'Biscuit','hamster',0.2,1),(2,1,'Major','rabbit',2.5,4),(3,2,'Pip','parrot',0.9,12),(4,3,'Soot','rabbit',3.1,2),(5,3,'Nut','hamster',0.3,2);
INSERT INTO vets VALUES (1,'Dr Amin',5200,'2019-04-01'),(2,'Dr Lowe',6100,'2015-09-15'),(3,'Dr Hart',4800,'2023-01-10');
INSERT INTO visits VALUES (1,1,1,'2024-02-01',30,'checkup'),(2,2,1,'2024-06-11',55,'vaccine'),(3,3,2,'2025-01-20',80,'injury'),(4,4,2,'2025-03-05',30,'checkup'),(5,2,2,'2025-08-30',45,'checkup'),(6,5,1,'2026-02-14',60,'vaccine');`;

/** A school: pupils take subjects; clubs stand apart. */
export const SCHOOL = `
CREATE TABLE pupils (pupil_id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, sex TEXT, grade INTEGER);
CREATE TABLE subjects (subject_id INTEGER PRIMARY KEY, title TEXT, taught_by TEXT, credits INTEGER);
CREATE TABLE enrolments (pupil_id INTEGER REFERENCES pupils(pupil_id), subject_id INTEGER REFERENCES subjects(subject_id), mark INTEGER, PRIMARY KEY (pupil_id, subject_id));
INSERT INTO pupils VALUES (1,'Maya','Stone','F',9),(2,'Noah','Birch','M',9),(3,'Iris','Vale','F',10),(4,'Sami','Reed','M',11);
INSERT INTO subjects VALUES (1,'Botany','Ms Fern',3),(2,'Pottery','Mr Clay',2),(3,'Logic','Ms Fern',4);
INSERT INTO enrolments VALUES (1,1,88),(1,3,92),(2,1,61),(3,2,75),(3,3,70),(3,1,95);`;

/** Branches and orders of a shop, named in two languages. */
export const SHOP = `
CREATE TABLE branches (branch_id INTEGER PRIMARY KEY, branch_name TEXT, city TEXT);
CREATE TABLE orders (order_id INTEGER PRIMARY KEY, branch_id INTEGER REFERENCES branches(branch_id), ordered_on DATE, amount REAL, status TEXT);
INSERT INTO branches VALUES (1,'Olaya','Riyadh'),(2,'Corniche','Jeddah'),(3,'Tahlia','Riyadh');
INSERT INTO orders VALUES (1,1,'2024-11-02',100,'paid'),(2,1,'2025-01-15',250,'paid'),(3,2,'2025-02-20',80,'cancelled'),(4,3,'2025-02-25',120,'paid'),(5,2,'2025-06-01',300,'paid');`;
