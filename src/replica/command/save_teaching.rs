//! Adds and revises what is taught and by whom: courses and instructors.

use domain::records::{Course, CourseField, Instructor, InstructorField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// Adds or revises a course.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveCourse {
    /// Which; nothing for a new one.
    pub id: Option<Id<Course>>,
    /// The course as it shall be.
    pub course: Course,
}

impl Command for SaveCourse {
    fn intent(&self) -> Intent {
        Intent::SaveCourse
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.course.title.is_empty() {
            problems.push(Problem::at(CourseField::title, Fault::Missing));
        }
        if self.course.specialty.is_none() {
            problems.push(Problem::at(CourseField::specialty, Fault::Missing));
        }
        let mut others = state.all::<Course>().iter().filter(|(id, _)| Some(*id) != self.id);
        if others.any(|(_, other)| other.title == self.course.title) {
            problems.push(Problem::at(CourseField::title, Fault::NameTaken(self.course.title.clone())));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.course);
    }
}

/// Adds or revises an instructor.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveInstructor {
    /// Which; nothing for a new one.
    pub id: Option<Id<Instructor>>,
    /// The instructor as they shall be.
    pub instructor: Instructor,
}

impl Command for SaveInstructor {
    fn intent(&self) -> Intent {
        Intent::SaveInstructor
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        let is_nameless = self.instructor.name.is_empty();
        if is_nameless { vec![Problem::at(InstructorField::name, Fault::Missing)] } else { vec![] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.instructor);
    }
}
